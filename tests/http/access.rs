//! Who may ask: whoever has the token, under our own address, and no web page that was not named.

use crate::client::Server;

/// A request with these lines in its head, for what needs no more than to be let in.
fn asked(server: &Server, line: &str, lines: &str) -> (u16, String) {
    let answer = server.send(&format!("{line} HTTP/1.1\n{lines}"), b"");
    (answer.status, if answer.status < 300 { String::new() } else { answer.refused().1 })
}

#[test]
fn without_the_token_nothing_is_checked() {
    let server = Server::start(&[]);
    let refused = (401, "token".to_owned());
    assert_eq!(asked(&server, "POST /v1/check", "Host: HOST\n"), refused);
    assert_eq!(asked(&server, "POST /v1/check", "Host: HOST\nAuthorization: Bearer wrong\n"), refused);
    assert_eq!(asked(&server, "POST /v1/check", "Host: HOST\nAuthorization: Bearer TOKENx\n"), refused);
    assert_eq!(asked(&server, "POST /wrong/v1/check", "Host: HOST\n"), refused);
    // With it the request is let in, and found to have no body
    let let_in = (400, "json".to_owned());
    let json = "Content-Type: application/json\n";
    assert_eq!(
        asked(&server, "POST /v1/check", &format!("Host: HOST\nAuthorization: Bearer TOKEN\n{json}")),
        let_in
    );
    assert_eq!(asked(&server, "POST /TOKEN/v1/check", &format!("Host: HOST\n{json}")), let_in);
}

#[test]
fn whether_somebody_is_here_may_be_known_without_it() {
    let server = Server::start(&[]);
    let answer = server.send("GET /v1/health HTTP/1.1\nHost: HOST\n", b"");
    assert_eq!((answer.status, &answer.json()["status"]), (200, &"ok".into()));
    assert!(
        answer.has("cache-control: no-store") && answer.has("x-content-type-options: nosniff"),
        "{}",
        answer.head
    );
}

#[test]
fn a_name_that_somebody_else_made_to_lead_here_leads_nowhere() {
    let server = Server::start(&[]);
    let port = server.host.rsplit_once(':').unwrap().1;
    let refused = (421, "host".to_owned());
    let bearer = "Authorization: Bearer TOKEN\n";
    for host in [
        format!("evil.example:{port}"),
        "evil.example".into(),
        "127.0.0.1".into(),
        format!("127.0.0.1:{port}.evil.example"),
    ] {
        assert_eq!(asked(&server, "POST /v1/check", &format!("Host: {host}\n{bearer}")), refused, "{host}");
        assert_eq!(asked(&server, "GET /v1/health", &format!("Host: {host}\n")), refused, "{host}");
    }
    assert_eq!(
        asked(&server, "POST http://evil.example/v1/check", &format!("Host: HOST\n{bearer}")),
        refused
    );
    assert_eq!(asked(&server, "GET /v1/health", &format!("Host: localhost:{port}\n")).0, 200);
}

#[test]
fn a_web_page_asks_only_if_the_user_named_its_site() {
    let server = Server::start(&["--allow-origin", "https://cms.example.in"]);
    let bearer = "Host: HOST\nAuthorization: Bearer TOKEN\n";
    let of = |origin: &str| format!("{bearer}Origin: {origin}\n");
    for origin in ["https://evil.example", "null", "http://cms.example.in"] {
        let answer = server.send(&format!("POST /v1/check HTTP/1.1\n{}", of(origin)), b"{}");
        assert_eq!(answer.refused(), (403, "origin".to_owned()));
        assert!(!answer.head.contains("access-control-allow-origin"), "{}", answer.head);
        // The browser asks first, and hears no
        let answer = server.send(
            &format!("OPTIONS /v1/check HTTP/1.1\nHost: HOST\nOrigin: {origin}\nAccess-Control-Request-Method: POST\n"),
            b"",
        );
        assert_eq!(answer.refused(), (403, "origin".to_owned()));
        assert!(!answer.head.contains("access-control-allow"), "{}", answer.head);
    }
    assert_eq!(
        asked(&server, "GET /v1/health", "Host: HOST\nSec-Fetch-Site: cross-site\n"),
        (403, "origin".to_owned())
    );
    let head =
        format!("POST /v1/check HTTP/1.1\n{}Content-Type: application/json\n", of("https://cms.example.in"));
    let answer = server.send(&head, "{\"text\": \"बैठक हुई।\"}".as_bytes());
    assert_eq!(answer.status, 200);
    assert!(
        answer.has("access-control-allow-origin: https://cms.example.in") && answer.has("vary: origin"),
        "{}",
        answer.head
    );
    let head = "OPTIONS /v1/check HTTP/1.1\nHost: HOST\nOrigin: https://cms.example.in\nAccess-Control-Request-Method: POST\nAccess-Control-Request-Headers: authorization,content-type\n";
    let answer = server.send(head, b"");
    assert_eq!(answer.status, 204);
    for line in [
        "access-control-allow-origin: https://cms.example.in",
        "access-control-allow-methods: get, post",
        "access-control-allow-headers: authorization, content-type",
    ] {
        assert!(answer.has(line), "{line}\n{}", answer.head);
    }
}

#[test]
fn a_form_of_a_web_page_is_no_question() {
    let server = Server::start(&[]);
    let bearer = "Host: HOST\nAuthorization: Bearer TOKEN\n";
    let plain = format!("{bearer}Content-Type: text/plain\n");
    assert_eq!(asked(&server, "POST /v1/check", &plain), (415, "content-type".to_owned()));
    assert_eq!(asked(&server, "GET /v1/check", bearer), (405, "method".to_owned()));
    assert_eq!(asked(&server, "POST /v1/health", bearer), (405, "method".to_owned()));
    assert_eq!(asked(&server, "GET /favicon.ico", bearer), (404, "path".to_owned()));
    assert_eq!(asked(&server, "GET /v1/../v1/check", bearer), (404, "path".to_owned()));
}
