package dev.idos.sdk;

import dev.idos.protocol.InserterId;
import dev.idos.protocol.action.InserterAction.AddDelegateAsOwner;
import dev.idos.protocol.action.InserterAction.AddInserterAsOwner;
import dev.idos.protocol.action.InserterAction.DeleteDelegateAsOwner;
import dev.idos.protocol.action.InserterAction.DeleteInserterAsOwner;
import java.util.UUID;

/// Whoever keeps the list of companies that may create profiles: the owner of the network.
public final class RegistrarClient {

  private final SignedIn session;

  RegistrarClient(SignedIn session) {
    this.session = session;
  }

  /// Registers a company under a name that people will see.
  public InserterId register(String name) {
    var id = new InserterId(UUID.randomUUID());
    session.execute(new AddInserterAsOwner(id, name));
    return id;
  }

  /// Lets a key or address act for a company.
  public Executed addDelegate(InserterId company, String identifier) {
    return session.execute(new AddDelegateAsOwner(identifier, company));
  }

  /// Takes that back.
  public Executed removeDelegate(String identifier) {
    return session.execute(new DeleteDelegateAsOwner(identifier));
  }

  /// Removes a company and all its delegates; what it wrote stays.
  public Executed remove(InserterId company) {
    return session.execute(new DeleteInserterAsOwner(company));
  }
}
