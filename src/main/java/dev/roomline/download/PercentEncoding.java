package dev.roomline.download;

import java.nio.charset.StandardCharsets;

/** Percent-encoding: of all reserved characters, or of illegal ones only. */
public final class PercentEncoding {
  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  private static final String LEGAL = UNRESERVED + "!$&'()*+,;=:@/?%";

  private PercentEncoding() {}

  /** Encodes one part of a path; every character stands for itself. */
  public static String segment(String name) {
    return encode(name, UNRESERVED);
  }

  /** Encodes only characters that no address may contain; the rest may be encoded already. */
  public static String illegal(String reference) {
    return encode(reference, LEGAL);
  }

  private static String encode(String text, String kept) {
    var encoded = new StringBuilder(text.length() + 16);
    for (var octet : text.getBytes(StandardCharsets.UTF_8)) {
      if (octet > 0 && kept.indexOf(octet) >= 0) encoded.append((char) octet);
      else encoded.append('%').append("%02X".formatted(octet));
    }
    return encoded.toString();
  }
}
