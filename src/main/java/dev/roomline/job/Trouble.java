package dev.roomline.job;

/**
 * Rows that share a reason for not being rendered.
 *
 * @param rows how many
 * @param firstRow the first of them, as the spreadsheet numbers it
 */
public record Trouble(Status status, String error, long rows, long firstRow) {}
