package dev.roomline.endpoint;

import java.net.http.HttpHeaders;
import java.time.Duration;

/**
 * An answer as it was received.
 *
 * @param body what is kept of its body
 * @param took from sending the request to the end of the answer
 */
record HttpAnswer(int status, HttpHeaders headers, ResponseBody body, Duration took) {}
