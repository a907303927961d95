package dev.roomline.gallery;

/** What a picture was asked with, for people who want another like it. Empty texts are left out. */
public record RenderDetails(
    String prompt, String style, String variant, String seed, String model) {}
