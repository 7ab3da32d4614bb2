from serving.fixtures import cluster, public, site, staff  # noqa: F401  # fixtures
