//! Which hosts, ports and networks may be asked.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;
use url::{Host, Url};

use super::error::FetchError;

/// Ports of the web.
const PORTS: [u16; 2] = [80, 443];

/// What may be asked beside the open web, each said by name.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reach {
    /// Hosts that may lie in private networks.
    hosts: Vec<String>,
    /// Hosts of which another port may be asked.
    ports: Vec<(String, u16)>,
}

impl Reach {
    /// Allows hosts, written `host` or `host:port`, to lie in private networks.
    pub fn allowing<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        let mut reach = Self::default();
        for name in names {
            let (host, port) = host_and_port(name);
            reach.ports.extend(port.map(|port| (host.clone(), port)));
            reach.hosts.push(host);
        }
        reach.sorted()
    }

    /// The same, with the port that an address names for its own host.
    #[must_use]
    pub(super) fn with_port_of(mut self, address: &Url) -> Self {
        if let (Some(host), Some(port)) = (address.host_str(), address.port()) {
            self.ports.push((host.to_owned(), port));
        }
        self.sorted()
    }

    fn sorted(mut self) -> Self {
        self.hosts.sort();
        self.hosts.dedup();
        self.ports.sort();
        self.ports.dedup();
        self
    }

    /// Whether a host may lie in a private network.
    pub(super) fn allows(&self, host: &str) -> bool {
        self.hosts.iter().any(|known| known.eq_ignore_ascii_case(host))
    }

    /// Whether a host was allowed by name and is this machine.
    pub(super) fn is_own_machine(&self, url: &Url) -> bool {
        let loopback = match url.host() {
            Some(Host::Ipv4(ip)) => ip.is_loopback(),
            Some(Host::Ipv6(ip)) => ip.is_loopback(),
            Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
            None => false,
        };
        loopback && url.host_str().is_some_and(|host| self.allows(host))
    }

    /// Whether an address may be asked, as far as it says itself. Where its host lies is checked when it is connected to.
    ///
    /// # Errors
    ///
    /// Where it may not.
    pub(super) fn check(&self, url: &Url) -> Result<(), FetchError> {
        let host = url.host_str().unwrap_or_default();
        let ip = match url.host() {
            Some(Host::Ipv4(ip)) => Some(IpAddr::V4(ip)),
            Some(Host::Ipv6(ip)) => Some(IpAddr::V6(ip)),
            _ => None,
        };
        if !self.allows(host) && (ip.is_some_and(|ip| !is_public(ip)) || is_local_name(host)) {
            return Err(FetchError::Private { host: host.to_owned() });
        }
        let port = url.port_or_known_default().unwrap_or_default();
        let named = || self.ports.iter().any(|(known, of)| *of == port && known.eq_ignore_ascii_case(host));
        if !PORTS.contains(&port) && !named() {
            return Err(FetchError::Port { address: url.to_string(), port });
        }
        Ok(())
    }
}

/// A host and the port written behind it: `[::1]:8080`, `localhost:8080`, `localhost`.
fn host_and_port(name: &str) -> (String, Option<u16>) {
    let name = name.trim().to_ascii_lowercase();
    let split = name.rsplit_once(':').and_then(|(host, port)| Some((host, port.parse().ok()?)));
    match split {
        Some((host, port)) if !host.contains(':') || host.ends_with(']') => (host.to_owned(), Some(port)),
        _ => (name, None),
    }
}

/// Names that never belong to the open web (RFC 6761, RFC 6762, RFC 8375, ICANN's `.internal`).
fn is_local_name(host: &str) -> bool {
    let last = host.rsplit('.').next().unwrap_or_default();
    matches!(last, "localhost" | "local" | "internal" | "lan" | "home" | "corp") || host.ends_with(".home.arpa")
}

/// Whether an address is one of the open internet.
///
/// After the registries of special addresses of IANA: <https://www.iana.org/assignments/iana-ipv4-special-registry/> and
/// <https://www.iana.org/assignments/iana-ipv6-special-registry/>. Of IPv6 only global unicast counts, so that addresses which stand for
/// one of IPv4 (mapped, NAT64, 6to4, Teredo) are none.
pub(super) fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_public_v4(ip),
        IpAddr::V6(ip) => is_public_v6(ip),
    }
}

fn is_public_v4(ip: Ipv4Addr) -> bool {
    let shared_or_special = matches!(
        ip.octets(),
        [0, ..] | [100, 64..=127, ..] | [192, 0, 0, _] | [192, 88, 99, _] | [198, 18..=19, ..] | [224..=255, ..]
    );
    !(shared_or_special || ip.is_private() || ip.is_loopback() || ip.is_link_local() || ip.is_documentation())
}

fn is_public_v6(ip: Ipv6Addr) -> bool {
    match ip.segments() {
        // Teredo and other protocols, documentation, 6to4.
        [0x2001, 0..=0x1ff, ..] | [0x2001, 0xdb8, ..] | [0x2002, ..] | [0x3fff, 0..=0xfff, ..] => false,
        [first, ..] => (0x2000..=0x3fff).contains(&first),
    }
}

/// Looks names up, and gives only addresses that may be asked: it is these that are connected to.
#[derive(Debug, Default)]
pub(super) struct Checked {
    lookup: DefaultResolver,
    reach: Reach,
}

impl Checked {
    pub(super) fn new(reach: Reach) -> Self {
        Self { lookup: DefaultResolver::default(), reach }
    }
}

/// That a name leads to a private network alone.
#[derive(Debug, thiserror::Error)]
#[error("lies in a private network")]
pub(super) struct IsPrivate;

impl Resolver for Checked {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let found = self.lookup.resolve(uri, config, timeout)?;
        if self.reach.allows(uri.host().unwrap_or_default()) {
            return Ok(found);
        }
        let mut public = self.empty();
        for address in found.iter().filter(|address| is_public(address.ip())) {
            public.push(*address);
        }
        if public.is_empty() { Err(ureq::Error::Other(Box::new(IsPrivate))) } else { Ok(public) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_the_open_internet_apart() {
        let public = [
            "1.1.1.1",
            "93.184.216.34",
            "100.63.255.255",
            "100.128.0.1",
            "172.32.0.1",
            "2606:4700::1111",
            "2a02:c0::1",
        ];
        for ip in public {
            assert!(is_public(ip.parse().expect("it is one")), "{ip}");
        }
        let private = [
            "0.0.0.0",
            "10.1.2.3",
            "100.64.0.1",
            "100.127.255.255",
            "127.0.0.1",
            "127.8.8.8",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.8",
            "192.0.2.1",
            "192.168.1.1",
            "198.18.0.1",
            "198.51.100.7",
            "203.0.113.9",
            "224.0.0.1",
            "239.1.1.1",
            "240.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::ffff:8.8.8.8",
            "::ffff:127.0.0.1",
            "64:ff9b::a00:1",
            "64:ff9b:1::1",
            "fc00::1",
            "fd12::1",
            "fe80::1",
            "fec0::1",
            "ff02::1",
            "2001:db8::1",
            "2002:7f00:1::",
            "2001::1",
            "3fff::1",
            "100::1",
        ];
        for ip in private {
            assert!(!is_public(ip.parse().expect("it is one")), "{ip}");
        }
    }

    #[test]
    fn checks_what_an_address_says() {
        let reach = Reach::allowing(["127.0.0.1:8080", "intranet.example", "[::1]:81"]);
        let check = |text: &str| reach.check(&Url::parse(text).expect("it is one")).map_err(|error| error.to_string());
        // The last two are 127.0.0.1, written otherwise.
        for fine in [
            "https://example.org/",
            "http://127.0.0.1:8080/x",
            "http://[::1]:81/",
            "https://intranet.example/",
            "http://2130706433/",
            "http://0x7f.1/",
        ] {
            assert_eq!(check(fine), Ok(()), "{fine}");
        }
        for (wrong, why) in [
            ("http://example.org:8080/", "names port 8080"),
            ("http://127.0.0.1:8081/", "names port 8081"),
            ("http://127.0.0.2/", "private"),
            ("http://2130706434/", "private"),
            ("http://[::ffff:127.0.0.1]/", "private"),
            ("http://169.254.169.254/latest/meta-data/", "private"),
            ("http://localhost/", "private"),
            ("http://printer.local/", "private"),
            ("https://intranet.example:22/", "names port 22"),
        ] {
            let error = check(wrong).expect_err(wrong);
            assert!(error.contains(why), "{wrong}: {error}");
        }
    }

    #[test]
    fn gives_no_private_address() {
        let uri: Uri = "http://localhost/".parse().expect("it is one");
        let config = ureq::Agent::config_builder().build();
        let resolve = |reach| Checked::new(reach).resolve(&uri, &config, NextTimeout::default());
        let error = resolve(Reach::default()).expect_err("it is this machine");
        assert!(matches!(error, ureq::Error::Other(other) if other.is::<IsPrivate>()));
        assert!(resolve(Reach::allowing(["localhost"])).is_ok());
    }
}
