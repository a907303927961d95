package dev.roomline.sandbox;

/** The provider's three versions of the same API. */
enum Family {
  V5("/api/v5/interior", "/api/v3/fetch/"),
  V6("/api/v6/interior/make", "/api/v6/interior/fetch/"),
  ENTERPRISE("/api/v1/enterprise/interior/make", "/api/v1/enterprise/interior/fetch/");

  final String create;
  final String fetch;

  Family(String create, String fetch) {
    this.create = create;
    this.fetch = fetch;
  }
}
