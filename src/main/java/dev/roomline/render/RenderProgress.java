package dev.roomline.render;

/**
 * The progress of the buying at a moment.
 *
 * @param sent requests sent so far
 * @param inFlight renders that are queued at the provider
 * @param fetching paid renders that wait for their pictures
 */
public record RenderProgress(long sent, int inFlight, int fetching) {}
