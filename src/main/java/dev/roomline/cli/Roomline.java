package dev.roomline.cli;

/** The program's entrance. */
public final class Roomline {
  private Roomline() {}

  public static void main(String... args) {
    System.out.println("roomline");
  }
}
