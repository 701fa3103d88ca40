package org.dunlin.console.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses of pages of this hub. */
final class Address {
  private Address() {}

  /** A path of this hub and of no other host, whatever the form says. */
  static String here(String back) {
    return back.matches("/(?!/)[A-Za-z0-9/?=&%._~-]*") ? back : "/";
  }

  /** The page of a company under a path. */
  static String of(String path, String companyId) {
    return path + "?company=" + URLEncoder.encode(companyId, StandardCharsets.UTF_8);
  }
}
