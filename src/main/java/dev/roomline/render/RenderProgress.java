package dev.roomline.render;

/**
 * How far the buying is at a moment.
 *
 * @param sent requests sent so far
 * @param inFlight renders that the provider holds for us
 * @param fetching paid renders that wait for their pictures
 */
public record RenderProgress(long sent, int inFlight, int fetching) {}
