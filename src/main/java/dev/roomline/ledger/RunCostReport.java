package dev.roomline.ledger;

import java.util.List;

/**
 * What a run cost, by its purchases and by the account's wallet.
 *
 * @param wallet the readings, oldest first; none if the endpoint does not tell the balance
 */
public record RunCostReport(RunCosts costs, List<WalletReading> wallet) {}
