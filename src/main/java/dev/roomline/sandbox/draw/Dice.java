package dev.roomline.sandbox.draw;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;

/** Repeatable random numbers, made by hashing instead of a generator's state. */
public final class Dice {
  private Dice() {}

  public static long roll(long seed, String what, long number) {
    return mix(seed ^ mix(hash(what) + mix(number)));
  }

  public static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    return mix(hash);
  }

  /** Evenly between 0 and 1. */
  public static double unit(long dice) {
    return (mix(dice) >>> 11) * 0x1.0p-53;
  }

  public static double gaussian(long dice) {
    return new Random(dice).nextGaussian();
  }

  public static int below(long dice, int bound) {
    return (int) Long.remainderUnsigned(mix(dice), bound);
  }

  public static String fingerprint(String text) {
    return digest(text.getBytes(StandardCharsets.UTF_8)).substring(0, 32);
  }

  /** SHA-256 in hexadecimal. */
  public static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The finisher of splitmix64. */
  public static long mix(long value) {
    long mixed = value + 0x9e3779b97f4a7c15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
