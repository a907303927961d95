package dev.roomline.gallery;

/** The request of a render, for people who want a similar one. Empty texts are left out. */
public record RenderDetails(
    String prompt, String style, String variant, String seed, String model) {}
