package dev.roomline.sandbox.restyle;

import dev.roomline.sandbox.draw.Dice;
import java.awt.Color;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

/** The colours of a style, found by the words of a prompt. */
public enum Palette {
  SCANDINAVIAN("scandi nordic hygge", 0xF3F1EC, 0xD9BF98, 0xCDAA78, 0xAEB7BC, 0x6F8FA3, 0x3A3F44),
  INDUSTRIAL(
      "factory warehouse steampunk", 0x9C8C82, 0x6E6A66, 0x6A4B38, 0x5C4A40, 0xB4622D, 0x1F2022),
  JAPANDI("japan zen wabi", 0xE9E2D4, 0xB89A74, 0x7C5C40, 0xB9B09C, 0x7E8468, 0x2E2A26),
  MID_CENTURY(
      "midcentury retro modernist", 0xEFE6D2, 0xA9693A, 0x8C4F26, 0x2F7F79, 0xE0912F, 0x3B2A20),
  COASTAL(
      "beach nautical seaside hampton", 0xE8F3F6, 0xDCC9A6, 0xC9B48C, 0x7FB4CC, 0x2F6F9C, 0x234A66),
  FARMHOUSE("country cottage shaker", 0xF5F1E6, 0xA88660, 0x8B6F52, 0xC9C6B4, 0x7F9A86, 0x3F3B36),
  MINIMALIST("minimal", 0xF7F7F5, 0xCFCBC4, 0xBDB6AA, 0xDAD8D3, 0x8C8C8A, 0x2B2B2C),
  BOHEMIAN("boho eclectic moroccan", 0xF1DFC8, 0xB4763F, 0x8E5A2E, 0xB8483F, 0xD99A2B, 0x4A2B3F),
  ART_DECO("deco glamour gatsby", 0x24514C, 0x3B3430, 0x8A6A2F, 0x1E3E5A, 0xD0A845, 0x15171A),
  LUXURY("luxurious elegant opulent", 0xEDE6DA, 0xC8B8A2, 0x4E3524, 0x6B5B7B, 0xC2A15A, 0x241F24),
  RUSTIC("cabin chalet lodge", 0xDCC7A4, 0x8A5A34, 0x6B4022, 0x8C4A34, 0x5F6B3C, 0x2E2018),
  MEDITERRANEAN(
      "tuscan spanish provence", 0xF6E7CC, 0xC97B4E, 0x9A5B34, 0x3E7CA6, 0xD9A441, 0x4A3328),
  TRADITIONAL(
      "classic victorian georgian", 0xDDE0CF, 0x8F5B38, 0x5E2F1E, 0x7A2E33, 0x2F4F46, 0x2A1C16),
  TROPICAL(
      "jungle biophilic botanical", 0xE6F0DD, 0xC19A63, 0x9A6B3A, 0x3F8F6B, 0xE2725B, 0x24453A),
  CONTEMPORARY("modern urban sleek", 0xE3E5E8, 0x9A8F84, 0x6A5A4C, 0x5B6F8A, 0xE0B23C, 0x22262C),
  PASTEL("nursery kids playful", 0xF7E9EC, 0xE0CBAE, 0xD9BE98, 0xB7D5D0, 0xF0A8A0, 0x6A6472);

  private static final int NOWHERE = Integer.MAX_VALUE;

  final Color wall;
  final Color floor;
  final Color wood;
  final Color fabric;
  final Color accent;
  final Color dark;
  private final String slug = slug(name());
  private final String words;

  Palette(String words, int wall, int floor, int wood, int fabric, int accent, int dark) {
    this.words = words;
    this.wall = new Color(wall);
    this.floor = new Color(floor);
    this.wood = new Color(wood);
    this.fabric = new Color(fabric);
    this.accent = new Color(accent);
    this.dark = new Color(dark);
  }

  /** The style named in the prompt, else that of its earliest known word, else a random one. */
  public static Palette named(String prompt) {
    var plain = slug(prompt);
    for (var style : values()) if (plain.contains(style.slug)) return style;
    return Arrays.stream(values())
        .filter(style -> style.first(plain) < NOWHERE)
        .min(Comparator.comparingInt(style -> style.first(plain)))
        .orElseGet(() -> values()[Dice.below(Dice.hash(plain), values().length)]);
  }

  private int first(String prompt) {
    return Stream.of(words.split(" "))
        .mapToInt(prompt::indexOf)
        .filter(at -> at >= 0)
        .min()
        .orElse(NOWHERE);
  }

  public String slug() {
    return slug;
  }

  public static String slug(String text) {
    var plain = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return plain.isEmpty() ? "room" : plain;
  }
}
