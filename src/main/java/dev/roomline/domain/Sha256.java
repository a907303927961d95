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

/** Hashes texts and files with SHA-256. */
public final class Sha256 {
  private Sha256() {}

  /** The hash of a text's UTF-8 bytes, in hexadecimal. */
  public static String of(String text) {
    return hex(digest(text));
  }

  /** The hash of a file's bytes, in hexadecimal. */
  public static String ofFile(Path file) throws IOException {
    var digest = digest();
    Files.copy(file, new DigestOutputStream(OutputStream.nullOutputStream(), digest));
    return hex(digest.digest());
  }

  /** The hash of a text's UTF-8 bytes. */
  static byte[] digest(String text) {
    return digest().digest(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A new SHA-256 digest; {@link #hex} formats its result. */
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
