//! How it starts, and how it ends.

use std::net::TcpListener;

use tempfile::tempdir;

use crate::client::{Server, program};

/// What is said by a server that does not start.
fn told(arguments: &[&str]) -> String {
    let folder = tempdir().unwrap();
    let output = program(folder.path(), arguments).output().unwrap();
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{arguments:?}");
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(said.lines().count(), 1, "{said}");
    said
}

#[test]
fn a_port_that_is_in_use_is_one_sentence() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let said = told(&["--listen", &address]);
    assert!(said.contains(&address) && said.contains("in use") && said.contains("--listen"), "{said}");
}

#[test]
fn no_address_is_listened_on_that_others_reach() {
    for address in ["0.0.0.0:0", "192.168.1.2:8080", "[::]:0", "8.8.8.8:80"] {
        let said = told(&["--listen", address]);
        assert!(said.contains("127.0.0.1") && said.contains("[::1]"), "{said}");
    }
}

#[test]
fn an_origin_that_is_none_is_one_sentence() {
    for origin in ["*", "null", "cms.example.in", "https://*.example.in"] {
        let said = told(&["--listen", "127.0.0.1:0", "--allow-origin", origin]);
        assert!(said.contains("--allow-origin") && said.contains("https://cms.example.in"), "{said}");
    }
}

#[test]
fn a_token_file_is_made_once_and_its_token_is_not_repeated() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("token");
    let start = || Server::start(&["--token-file", path.to_str().unwrap()]);
    let mut first = start();
    assert_eq!(first.token, "TOKEN");
    let token = std::fs::read_to_string(&path).unwrap();
    let token = token.trim().to_owned();
    first.token.clone_from(&token);
    assert_eq!(first.post(b"{}").refused().1, "json", "it is let in");
    drop(first);
    let mut second = start();
    second.token = token;
    assert_eq!(second.post(b"{}").refused().1, "json", "it is the same");
}

#[test]
#[cfg(unix)]
fn a_token_that_others_may_read_or_that_is_none_is_one_sentence() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempdir().unwrap();
    let path = folder.path().join("token");
    let allow = |mode| std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).unwrap();
    std::fs::write(&path, "0123456789abcdef0123456789abcdef\n").unwrap();
    allow(0o644);
    let arguments = ["--listen", "127.0.0.1:0", "--token-file", path.to_str().unwrap()];
    assert!(told(&arguments).contains("chmod 600"));
    std::fs::write(&path, "password\n").unwrap();
    allow(0o600);
    assert!(told(&arguments).contains("16 to 256"));
    let missing = folder.path().join("no/such/token");
    assert!(
        told(&["--listen", "127.0.0.1:0", "--token-file", missing.to_str().unwrap()]).contains("no such")
    );
}

#[test]
fn it_ends_with_its_parent_where_that_is_wanted() {
    let mut server = Server::start(&["--exit-with-parent"]);
    assert_eq!(server.send("GET /v1/health HTTP/1.1\nHost: HOST\n", b"").status, 200);
    drop(server.stdin.take());
    assert_eq!(server.wait(), Some(0));
    let mut server = Server::start(&[]);
    drop(server.stdin.take());
    assert_eq!(server.send("GET /v1/health HTTP/1.1\nHost: HOST\n", b"").status, 200, "nobody wanted it");
}
