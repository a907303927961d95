package dev.roomline.job;

/**
 * Lines that share a reason for not being rendered.
 *
 * @param rows how many rows they belong to
 * @param firstRow the first of them, as the spreadsheet numbers it
 */
public record Trouble(Status status, String error, long lines, long rows, long firstRow) {}
