package dev.idos.protocol.action;

import dev.idos.protocol.InserterId;

/// Who may create profiles: kept by the owner of the network.
public sealed interface InserterAction extends Action {

  @Wire(value = "add_inserter_as_owner", ownerOnly = true, description = "Add an inserter to idOS")
  record AddInserterAsOwner(InserterId id, String name) implements InserterAction {}

  @Wire(
      value = "delete_inserter_as_owner",
      ownerOnly = true,
      description = "Delete an inserter from idOS")
  record DeleteInserterAsOwner(InserterId id) implements InserterAction {}

  @Wire(value = "add_delegate_as_owner", ownerOnly = true, description = "Add a delegate to idOS")
  record AddDelegateAsOwner(String address, InserterId inserterId) implements InserterAction {}

  @Wire(
      value = "delete_delegate_as_owner",
      ownerOnly = true,
      description = "Delete a delegate from idOS")
  record DeleteDelegateAsOwner(String address) implements InserterAction {}
}
