//! The port of the preview.
//!
//! In: the wish of the user. Out: an open port on 127.0.0.1, which no other machine can reach.

use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};

use anyhow::{Context, Result, bail};

/// Tried in this order when no port is asked for.
const PORTS: std::ops::Range<u16> = 1111..1211;

/// Opens the port that is asked for, or else the first free one.
pub(super) fn listen(wish: Option<u16>) -> Result<TcpListener> {
    let open = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    if let Some(port) = wish {
        return open(port).with_context(|| match port {
            1..1024 => format!("port {port} cannot be opened: choose one from 1024 on, or leave --port out"),
            _ => format!("port {port} cannot be opened: choose another one, or leave --port out"),
        });
    }
    for port in PORTS {
        match open(port) {
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            opened => return opened.with_context(|| format!("port {port} cannot be opened")),
        }
    }
    bail!("the ports {} to {} are all in use: choose another one with --port", PORTS.start, PORTS.end - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_is_an_error_when_asked_for_and_skipped_otherwise() {
        let first = listen(None).unwrap();
        let taken = first.local_addr().unwrap().port();
        let message = listen(Some(taken)).unwrap_err().to_string();
        assert_eq!(message, format!("port {taken} cannot be opened: choose another one, or leave --port out"));
        let second = listen(None).unwrap().local_addr().unwrap();
        assert!(second.port() > taken && second.ip().is_loopback());
    }
}
