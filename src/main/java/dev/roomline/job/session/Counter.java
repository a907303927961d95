package dev.roomline.job.session;

import dev.roomline.endpoint.ApiKey;
import dev.roomline.endpoint.EndpointSettings;
import dev.roomline.images.Photos;

/** Where a run buys, with which key, and where its photos lie. */
public record Counter(EndpointSettings endpoint, ApiKey key, Photos photos) {}
