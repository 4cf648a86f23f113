package cn.wufei.seeds;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The files of the demo, which lie beside one another.
record DemoData(
    List<Account> accounts,
    List<Participant> participants,
    List<Stockpile> stockpiles,
    Market market) {

  static final String OPERATOR = "operator";

  DemoData {
    accounts = List.copyOf(accounts);
    participants = List.copyOf(participants);
    stockpiles = List.copyOf(stockpiles);
  }

  /// Reads the accounts from that file and the rest from the files beside it.
  static DemoData read(Path accounts) throws IOException {
    ObjectMapper json = Api.JSON;
    return new DemoData(
        json.readValue(accounts.toFile(), new TypeReference<List<Account>>() {}),
        json.readValue(
            accounts.resolveSibling("participants.json").toFile(),
            new TypeReference<List<Participant>>() {}),
        json.readValue(
            accounts.resolveSibling("stockpiles.json").toFile(),
            new TypeReference<List<Stockpile>>() {}),
        json.readValue(accounts.resolveSibling("market.json").toFile(), Market.class));
  }

  Account operator() {
    return accounts.stream()
        .filter(account -> account.role().equals(OPERATOR))
        .findFirst()
        .orElseThrow();
  }

  Account account(String login) {
    return accounts.stream()
        .filter(account -> account.login().equals(login))
        .findFirst()
        .orElseThrow();
  }

  Participant participant(String key) {
    return participants.stream()
        .filter(participant -> participant.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  /// The members of an organisation, as the accounts list them.
  List<Account> membersOf(Participant participant) {
    return accounts.stream()
        .filter(account -> account.organisationName().equals(participant.name()))
        .toList();
  }

  /// Who does that work in the organisation: the member of that role, or else its administrator.
  Account memberFor(String participantKey, String role) {
    Participant participant = participant(participantKey);
    return membersOf(participant).stream()
        .filter(account -> account.role().equals(role))
        .findFirst()
        .orElseGet(() -> account(participant.admin()));
  }

  /// The authority that sees to use; it states the plan's stockpiles.
  Account industryBureau() {
    return accounts.stream()
        .filter(account -> account.role().equals("audit-industry"))
        .findFirst()
        .orElseThrow();
  }
}
