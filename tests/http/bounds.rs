//! What is too long, too slow or too much ends by itself and harms nobody else.

use std::io::{Read as _, Write as _};
use std::net::Shutdown;
use std::time::{Duration, Instant};

use serde_json::json;

use crate::client::{Answer, Server, WRONG_DAY};

#[test]
fn a_text_that_is_too_long_is_refused_and_one_that_just_fits_is_read() {
    let server = Server::start(&[]);
    let refused = server.post(json!({ "text": "आ ".repeat(250_001) }).to_string().as_bytes());
    assert_eq!(refused.refused(), (413, "too-large".to_owned()));
    let long = format!("{WRONG_DAY}\n{}", "राम घर गया।\n".repeat(4_000));
    assert_eq!(server.check(json!({ "text": long }))["diagnostics"][0]["rule"], "date/weekday");
}

#[test]
fn a_body_that_says_it_is_too_large_is_not_waited_for() {
    let server = Server::start(&[]);
    let mut stream = server.connect();
    let head = format!(
        "POST /v1/check HTTP/1.1\r\nHost: {}\r\nAuthorization: Bearer {}\r\nContent-Type: application/json\r\nContent-Length: 99999999999\r\n\r\n",
        server.host, server.token
    );
    stream.write_all(head.as_bytes()).unwrap();
    assert_eq!(Answer::read(&mut stream).refused(), (413, "too-large".to_owned()));
}

#[test]
fn a_body_that_does_not_say_how_long_it_is_ends_where_it_is_too_large() {
    let server = Server::start(&[]);
    let mut stream = server.connect();
    let head = format!(
        "POST /v1/check HTTP/1.1\r\nHost: {}\r\nAuthorization: Bearer {}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n",
        server.host, server.token
    );
    stream.write_all(head.as_bytes()).unwrap();
    let chunk = format!("{:x}\r\n{}\r\n", 1 << 20, "a".repeat(1 << 20));
    let sent = (0..64).take_while(|_| stream.write_all(chunk.as_bytes()).is_ok()).count();
    assert!(sent < 64, "it hangs up at last");
}

#[test]
fn who_says_nothing_is_left_and_others_are_answered_meanwhile() {
    let server = Server::start(&[]);
    let begun = Instant::now();
    let mut silent = server.connect();
    let mut half = server.connect();
    half.write_all(b"POST /v1/check HTTP/1.1\r\nHost: ").unwrap();
    assert_eq!(server.check(json!({ "text": WRONG_DAY }))["diagnostics"].as_array().unwrap().len(), 1);
    for stream in [&mut silent, &mut half] {
        let mut rest = Vec::new();
        let _ = stream.read_to_end(&mut rest);
        assert!(begun.elapsed() < Duration::from_secs(50), "it waits for ever");
    }
    // One who goes in the middle of a body leaves nothing behind
    let mut gone = server.connect();
    let head = format!(
        "POST /v1/check HTTP/1.1\r\nHost: {}\r\nAuthorization: Bearer {}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{{\"text\"",
        server.host, server.token
    );
    gone.write_all(head.as_bytes()).unwrap();
    gone.shutdown(Shutdown::Both).unwrap();
    assert_eq!(server.check(json!({ "text": WRONG_DAY }))["diagnostics"].as_array().unwrap().len(), 1);
}

#[test]
fn what_is_no_http_ends_its_own_connection_only() {
    let server = Server::start(&[]);
    let many = format!("GET / HTTP/1.1\r\n{}\r\n", "X-Header: value\r\n".repeat(5_000));
    let long = format!("GET /{} HTTP/1.1\r\n\r\n", "a".repeat(1 << 20));
    for bytes in [
        &b"\x16\x03\x01\x02\x00\x01\x00"[..],
        b"\0\0\0\0\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        many.as_bytes(),
        long.as_bytes(),
    ] {
        let mut stream = server.connect();
        let _ = stream.write_all(bytes);
        let _ = stream.shutdown(Shutdown::Write);
        let _ = stream.read_to_end(&mut Vec::new());
    }
    assert_eq!(server.send("GET /v1/health HTTP/1.1\nHost: HOST\n", b"").status, 200);
}

#[test]
fn fifty_who_ask_at_once_are_all_answered() {
    let server = Server::start(&[]);
    std::thread::scope(|scope| {
        let asking: Vec<_> = (0..50)
            .map(|number| {
                let server = &server;
                scope.spawn(move || {
                    let text = format!("{WRONG_DAY}\nयह पाठ {number} है।");
                    server.check(json!({ "text": text }))["diagnostics"][0]["rule"] == "date/weekday"
                })
            })
            .collect();
        assert!(asking.into_iter().all(|asked| asked.join().unwrap()));
    });
}

#[test]
fn more_who_connect_than_there_are_places_wait_until_one_is_free() {
    let server = Server::start(&[]);
    let idle: Vec<_> = (0..80).map(|_| server.connect()).collect();
    drop(idle);
    assert_eq!(server.check(json!({ "text": WRONG_DAY }))["diagnostics"].as_array().unwrap().len(), 1);
}

#[test]
fn one_connection_carries_many_questions() {
    let server = Server::start(&[]);
    let mut stream = server.connect();
    for _ in 0..3 {
        let head = format!("GET /v1/health HTTP/1.1\r\nHost: {}\r\n\r\n", server.host);
        stream.write_all(head.as_bytes()).unwrap();
        let mut bytes = [0; 4096];
        let read = stream.read(&mut bytes).unwrap();
        assert!(bytes[..read].starts_with(b"HTTP/1.1 200"));
    }
}
