"""Which addresses on the network are the public internet's, and nobody's inside."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_network

PUBLIC_V6 = ip_network("2000::/3")  # all that has ever been given out
ISATAP = {0x00005EFE, 0x02005EFE}  # an IPv4 address follows

# By the registries of special addresses (RFC 6890 and later), and what clouds answer machines on.
CLOSED_V4 = tuple(
    ip_network(network)
    for network in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",  # behind carriers' NAT; metadata of Alibaba's cloud
        "127.0.0.0/8",
        "168.63.129.16/32",  # metadata of Azure
        "169.254.0.0/16",  # link-local; metadata of most clouds
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.88.99.0/24",  # relays from IPv6
        "192.168.0.0/16",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4",
    )
)
CLOSED_V6 = tuple(
    ip_network(network)
    for network in (
        "2001::/23",  # Teredo, ORCHID, benchmarks
        "2001:db8::/32",
        "2002::/16",  # 6to4: an IPv4 address follows
        "3fff::/20",
    )
)


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """False for everything that a stranger on the internet could not reach by this very address."""
    if isinstance(address, IPv4Address):
        return address.is_global and not any(address in network for network in CLOSED_V4)
    return (
        address.scope_id is None
        and address.is_global
        and address in PUBLIC_V6
        and not any(address in network for network in CLOSED_V6)
        and (int(address) >> 32) & 0xFFFFFFFF not in ISATAP
    )
