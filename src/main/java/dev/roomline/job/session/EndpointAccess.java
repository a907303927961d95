package dev.roomline.job.session;

import dev.roomline.endpoint.ApiKey;
import dev.roomline.endpoint.EndpointSettings;
import dev.roomline.images.PhotoSource;

/** The endpoint of a run, the key for it, and the photos. */
public record EndpointAccess(EndpointSettings endpoint, ApiKey key, PhotoSource photos) {}
