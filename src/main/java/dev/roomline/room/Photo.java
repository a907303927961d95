package dev.roomline.room;

/**
 * The picture of a room as it is now.
 *
 * @param url where the endpoint fetches it
 * @param identity what makes it this photo and no other: the URL without its signature, or {@code
 *     sha256:…} of the bytes for a photo from a folder
 */
public record Photo(String url, String identity) {}
