package dev.idos.ledger;

import dev.idos.ledger.accessgrants.AccessGrants;
import dev.idos.ledger.accounts.Accounts;
import dev.idos.ledger.attributes.Attributes;
import dev.idos.ledger.credentials.Credentials;
import dev.idos.ledger.credentials.SharedCredentials;
import dev.idos.ledger.deletion.DueErasures;
import dev.idos.ledger.inserters.Inserters;
import dev.idos.ledger.store.Table;
import dev.idos.ledger.usage.Usage;
import dev.idos.ledger.users.Users;
import dev.idos.ledger.wallets.ConsumedProofs;
import dev.idos.ledger.wallets.Wallets;
import dev.idos.ledger.writegrants.ConsumedPapers;
import java.util.List;

/// Every table of the ledger: what an adapter stores and the state tree hashes.
public final class Tables {

  private Tables() {}

  /// All of them, by id.
  public static List<Table<?>> all() {
    return List.of(
        Users.USERS,
        Inserters.INSERTERS,
        Inserters.DELEGATES,
        Usage.USAGE,
        Accounts.ACCOUNTS,
        Wallets.WALLETS,
        ConsumedProofs.CONSUMED,
        Attributes.ATTRIBUTES,
        Credentials.TABLE,
        SharedCredentials.TABLE,
        AccessGrants.TABLE,
        ConsumedPapers.WRITE_GRANTS,
        ConsumedPapers.ACCESS_GRANTS,
        DueErasures.TABLE);
  }
}
