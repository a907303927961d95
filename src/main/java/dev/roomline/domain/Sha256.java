package dev.roomline.domain;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The fingerprint by which texts and files are known. */
public final class Sha256 {
  private Sha256() {}

  /** Of a text's UTF-8 bytes, in hexadecimal. */
  public static String of(String text) {
    return hex(digest(text));
  }

  /** Of a file's bytes, in hexadecimal. */
  public static String ofFile(Path file) throws IOException {
    var digest = digest();
    Files.copy(file, new DigestOutputStream(OutputStream.nullOutputStream(), digest));
    return hex(digest.digest());
  }

  /** Of a text's UTF-8 bytes, as bytes. */
  static byte[] digest(String text) {
    return digest().digest(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A digest to be fed; {@link #hex} spells its result. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }

  /** Bytes in hexadecimal. */
  public static String hex(byte[] digest) {
    return HexFormat.of().formatHex(digest);
  }
}
