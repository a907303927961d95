package dev.roomline.endpoint;

import dev.roomline.domain.Money;

/**
 * What an account has left to spend, as its provider says.
 *
 * @param currency as the provider names it; may be empty
 */
public record Wallet(Money balance, String currency) {}
