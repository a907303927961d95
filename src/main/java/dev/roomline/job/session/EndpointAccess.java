package dev.roomline.job.session;

import dev.roomline.endpoint.ApiKey;
import dev.roomline.endpoint.EndpointSettings;
import dev.roomline.images.PhotoSource;

/** Where a run buys, with which key, and where its photos lie. */
public record EndpointAccess(EndpointSettings endpoint, ApiKey key, PhotoSource photos) {}
