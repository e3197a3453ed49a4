;;; vartani.el --- Hindi news copy, checked by eglot  -*- lexical-binding: t; -*-

;; Emacs 30, or 29 with the built-in eglot.  In init.el:
;;
;;   (load "~/vartani/editors/emacs/vartani.el")

;;; Commentary:

;; Starts `vartani lsp' for plain text, Markdown and HTML.  Marks are shown by Flymake, hover cards by ElDoc, and the
;; dates that weekdays mean between the words.  Fixes: `eglot-code-actions'; another name: `eglot-rename'.

;;; Code:

(require 'eglot)

(defgroup vartani nil
  "Hindi news copy that agrees with itself and with the facts."
  :group 'text)

(defcustom vartani-command '("vartani" "lsp")
  "How the server is started."
  :type '(repeat string))

(defcustom vartani-settings nil
  "What the server is told, as a property list: (:locale \"en\" :dateline \"2025-03-12\")."
  :type 'plist)

(defconst vartani-modes
  '((markdown-mode :language-id "markdown")
    (mhtml-mode :language-id "html")
    (html-mode :language-id "html")
    (text-mode :language-id "plaintext"))
  "The major modes of articles, the derived ones first, and what the protocol calls them.")

(add-to-list 'eglot-server-programs (cons vartani-modes (lambda (&rest _) vartani-command)))

;; Emacs 30.1 leaves the bytes of file names in Devanagari undecoded, and finds no buffer for what a server says of
;; them.  A name that is decoded stays as it is.
(advice-add 'eglot-uri-to-path :filter-return
            (lambda (path) (decode-coding-string (encode-coding-string path 'utf-8) 'utf-8)))

(defun vartani-ensure ()
  "Check the article in this buffer."
  ;; Modes for letters, logs and code are made from `text-mode' too
  (when (assq major-mode vartani-modes)
    (if (executable-find (car vartani-command))
        (progn
          (setq-local eglot-workspace-configuration `(:vartani ,(or vartani-settings eglot-{})))
          (eglot-ensure))
      (message "vartani: “%s” नहीं मिला; vartani इंस्टॉल करें या vartani-command लिखें" (car vartani-command)))))

(dolist (hook '(text-mode-hook markdown-mode-hook html-mode-hook))
  (add-hook hook #'vartani-ensure))

(provide 'vartani)
;;; vartani.el ends here
