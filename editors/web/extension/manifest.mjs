/** The manifests of both browsers, made of one source. */

/**
 * The manifest for `chrome` or `firefox`. `hosts` are given without asking: for tests, which cannot press the browser's own
 * buttons.
 */
export function manifest(browser, version, hosts = []) {
    return {
        manifest_version: 3,
        name: '__MSG_name__',
        description: '__MSG_description__',
        version,
        default_locale: 'hi',
        // Chrome's store wants one of 128 and takes a larger picture for it; Firefox's takes sizes by their word
        icons: { [browser === 'chrome' ? 128 : 256]: 'icon.png' },
        action: { default_popup: 'popup.html', default_title: '__MSG_name__', default_icon: 'icon.png' },
        options_ui: { page: 'options.html', open_in_tab: true },
        permissions: ['storage', 'scripting', 'activeTab'],
        optional_host_permissions: ['https://*/*', 'http://*/*'],
        ...(hosts.length > 0 && { host_permissions: hosts }),
        content_security_policy: {
            extension_pages:
                "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; " +
                "connect-src 'self' https: http:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        },
        ...(browser === 'firefox'
            ? {
                  background: { scripts: ['background.js'], type: 'module' },
                  browser_specific_settings: {
                      gecko: {
                          id: 'vartani@vartani.dev',
                          strict_min_version: '142.0',
                          data_collection_permissions: { required: ['none'] },
                      },
                  },
              }
            : {
                  background: { service_worker: 'background.js', type: 'module' },
                  minimum_chrome_version: '120',
                  incognito: 'split',
              }),
    };
}
