//! `--listen`: one client over TCP, for debugging. Only this machine and only this user is let in.

use std::io;
use std::net::SocketAddr;

use tokio::net::{TcpListener, TcpStream};

/// Waits for the first client of this user at a loopback address.
///
/// # Errors
/// The address is not a loopback address, or cannot be listened on.
pub async fn first_client(address: SocketAddr) -> io::Result<TcpStream> {
    if !address.ip().is_loopback() {
        let told =
            format!("{} is not an address of this machine alone; use 127.0.0.1 or [::1]", address.ip());
        return Err(io::Error::new(io::ErrorKind::InvalidInput, told));
    }
    let listener = TcpListener::bind(address).await?;
    eprintln!("vartani: listening on {}", listener.local_addr()?);
    loop {
        let (stream, client) = listener.accept().await?;
        if is_of_this_user(client, stream.local_addr()?) {
            return Ok(stream);
        }
        eprintln!("vartani: a client of another user was turned away");
    }
}

/// Whether the other end of a connection belongs to the user of this process. Linux tells whose a socket is; where
/// nobody does, whoever is on this machine is let in.
#[cfg(target_os = "linux")]
fn is_of_this_user(client: SocketAddr, ours: SocketAddr) -> bool {
    let table = if client.is_ipv4() { "/proc/net/tcp" } else { "/proc/net/tcp6" };
    let table = std::fs::read_to_string(table).unwrap_or_default();
    owner(&table, client, ours) == Some(rustix::process::geteuid().as_raw())
}

#[cfg(not(target_os = "linux"))]
fn is_of_this_user(_: SocketAddr, _: SocketAddr) -> bool {
    true
}

/// The user whose socket at `local` is connected to `remote`, from a table as `/proc/net/tcp` has it.
#[cfg(target_os = "linux")]
fn owner(table: &str, local: SocketAddr, remote: SocketAddr) -> Option<u32> {
    let [local, remote] = [local, remote].map(as_in_table);
    table.lines().skip(1).find_map(|line| {
        let mut columns = line.split_ascii_whitespace().skip(1);
        let is_it = columns.next()? == local && columns.next()? == remote;
        is_it.then(|| columns.nth(4)?.parse().ok()).flatten()
    })
}

/// An address in the digits of `/proc/net/tcp`: words of four bytes in the order of this machine, then the port.
#[cfg(target_os = "linux")]
fn as_in_table(address: SocketAddr) -> String {
    let word = |bytes: &[u8; 4]| format!("{:08X}", u32::from_ne_bytes(*bytes));
    let ip: String = match address {
        SocketAddr::V4(address) => word(&address.ip().octets()),
        SocketAddr::V6(address) => address.ip().octets().as_chunks::<4>().0.iter().map(word).collect(),
    };
    format!("{ip}:{:04X}", address.port())
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    const TABLE: &str = "\
  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1 1 0
   1: 0100007F:1F90 0100007F:C350 01 00000000:00000000 00:00000000 00000000     7        0 2 1 0
   2: 0100007F:C350 0100007F:1F90 01 00000000:00000000 00:00000000 00000000  1000        0 3 1 0
";

    #[test]
    fn the_owner_of_the_other_end_is_found() {
        let address = |text: &str| text.parse().unwrap();
        let (ours, client) = (address("127.0.0.1:8080"), address("127.0.0.1:50000"));
        assert_eq!(owner(TABLE, client, ours), Some(1000));
        assert_eq!(owner(TABLE, address("127.0.0.1:50001"), ours), None);
        assert_eq!(as_in_table(address("[::1]:8080")), "00000000000000000000000001000000:1F90");
    }

    #[tokio::test]
    async fn a_client_of_this_user_is_let_in_and_no_other_address_is_listened_on() {
        assert!(first_client("0.0.0.0:0".parse().unwrap()).await.is_err());
        let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let server = tokio::spawn(first_client(free));
        let client = loop {
            if let Ok(client) = TcpStream::connect(free).await {
                break client;
            }
        };
        let stream = server.await.unwrap().unwrap();
        assert_eq!(stream.peer_addr().unwrap(), client.local_addr().unwrap());
    }
}
