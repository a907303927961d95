/**
 * Measures the packaged jar against a plain loop, at a sandbox in a process of its own. What each
 * workload is and how to read the table: {@code src/docs/benchmarks.md}.
 */
package dev.roomline.benchmark;
