package dev.roomline.job.doctor;

import dev.roomline.domain.DaemonThreads;
import dev.roomline.endpoint.AccountReply;
import dev.roomline.endpoint.ApiKey;
import dev.roomline.endpoint.EndpointClient;
import dev.roomline.endpoint.EndpointSettings;
import dev.roomline.endpoint.Wallet;
import dev.roomline.failure.StartRefusedException;
import dev.roomline.job.doctor.Doctor.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks key, endpoint, wallet, queue and clock with two free requests to the account. */
record AccountCheck(Target target, EndpointSettings endpoint) {

  List<Finding> check() throws InterruptedException, ExecutionException {
    if (endpoint.sandbox()) {
      return List.of(Finding.well(
          "endpoint", "the sandbox, started with each run: no key, no wallet, costs nothing"));
    }
    var findings = new ArrayList<Finding>();
    var key = key(findings);
    var answers = ask(key == null ? ApiKey.none() : key);
    var accountFindings = new AccountFindings(target.jobFile(), endpoint, answers);
    if (key != null) findings.addAll(accountFindings.key(key));
    findings.add(accountFindings.reached());
    findings.addAll(accountFindings.wallet());
    findings.addAll(accountFindings.queue());
    accountFindings.clock(target.clock()).ifPresent(findings::add);
    return findings;
  }

  /** The answers to both requests. */
  record Answers(AccountReply<Wallet> wallet, AccountReply<Long> queue) {
    Stream<AccountReply<?>> all() {
      return Stream.of(wallet, queue);
    }
  }

  /** The key; null, with a finding, if one is needed and missing. */
  private @Nullable ApiKey key(List<Finding> findings) {
    try {
      return target.key().get();
    } catch (StartRefusedException e) {
      findings.add(Finding.of("key", e));
      return null;
    }
  }

  private Answers ask(ApiKey key) throws InterruptedException, ExecutionException {
    try (var client = new EndpointClient(endpoint, key)) {
      var wallet = new FutureTask<>(client::askWallet);
      DaemonThreads.start("wallet", wallet);
      var queue = client.askQueue();
      return new Answers(wallet.get(), queue);
    }
  }
}
