"""The judges: one per rule, pure, independent of one another."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from archlint.checks import (
    aggregate_by_object,
    anemic_entity,
    broken_contract,
    commit_in_repository,
    concrete_dependency,
    context_intrusion,
    controller_persistence,
    controller_skips_use_case,
    controller_transaction,
    coupled_tests,
    crud_only_app,
    data_only_entity,
    delegating_layer,
    denied_library,
    entity_equality,
    entity_in_response,
    entity_is_table,
    expired_allowance,
    fat_controller,
    fat_port,
    framework_base,
    framework_chain,
    framework_exception,
    framework_import,
    framework_in_signature,
    god_use_case,
    import_cycle,
    impure_domain,
    invalid_allowance,
    invalid_role,
    layer_cycle,
    layer_intrusion,
    layer_skip,
    lazy_query_leak,
    leaky_collection,
    misplaced_port,
    mutable_value_object,
    orm_exception_leak,
    orm_in_api,
    orm_in_core,
    orm_in_port,
    orm_leak,
    outside_mutation,
    outward_chain,
    outward_dynamic_import,
    outward_import,
    outward_reexport,
    outward_type_import,
    oversized_controller,
    pass_through_use_case,
    port_async_mismatch,
    port_signature_mismatch,
    promiscuous_controller,
    refused_port,
    repository_many_roots,
    repository_non_root,
    sideways_import,
    single_impl_port,
    stateful_domain_service,
    twin_dto,
    undrained_events,
    unfulfilled_port,
    unknown_library,
    unlayered_module,
    unreadable_source,
    unused_allowance,
    value_object_identity,
)
from archlint.model.codebase import Codebase
from archlint.model.finding import Finding
from archlint.model.rule import Rule
from archlint.model.verdicts import Verdicts


class Reads(StrEnum):
    """Which facts a check looks at: those of the structure take a study of the files."""

    IMPORTS = "imports"
    STRUCTURE = "structure"


@dataclass(frozen=True, slots=True)
class Check:
    """How a rule is judged."""

    judge: Callable[[Codebase, Rule], Iterator[Finding]]
    reads: Reads = Reads.IMPORTS


CHECKS: Mapping[str, Check] = MappingProxyType(
    {
        "aggregate-by-object": Check(aggregate_by_object.check, Reads.STRUCTURE),
        "anemic-entity": Check(anemic_entity.check, Reads.STRUCTURE),
        "broken-contract": Check(broken_contract.check),
        "commit-in-repository": Check(commit_in_repository.check, Reads.STRUCTURE),
        "concrete-dependency": Check(concrete_dependency.check, Reads.STRUCTURE),
        "context-intrusion": Check(context_intrusion.check),
        "controller-persistence": Check(controller_persistence.check, Reads.STRUCTURE),
        "controller-skips-use-case": Check(controller_skips_use_case.check, Reads.STRUCTURE),
        "controller-transaction": Check(controller_transaction.check, Reads.STRUCTURE),
        "crud-only-app": Check(crud_only_app.check, Reads.STRUCTURE),
        "data-only-entity": Check(data_only_entity.check, Reads.STRUCTURE),
        "delegating-layer": Check(delegating_layer.check, Reads.STRUCTURE),
        "denied-library": Check(denied_library.check),
        "entity-equality": Check(entity_equality.check, Reads.STRUCTURE),
        "entity-in-response": Check(entity_in_response.check, Reads.STRUCTURE),
        "entity-is-table": Check(entity_is_table.check, Reads.STRUCTURE),
        "fat-controller": Check(fat_controller.check, Reads.STRUCTURE),
        "fat-port": Check(fat_port.check, Reads.STRUCTURE),
        "framework-base": Check(framework_base.check, Reads.STRUCTURE),
        "framework-chain": Check(framework_chain.check, Reads.STRUCTURE),
        "framework-exception": Check(framework_exception.check, Reads.STRUCTURE),
        "framework-import": Check(framework_import.check),
        "framework-in-signature": Check(framework_in_signature.check, Reads.STRUCTURE),
        "god-use-case": Check(god_use_case.check, Reads.STRUCTURE),
        "import-cycle": Check(import_cycle.check),
        "impure-domain": Check(impure_domain.check, Reads.STRUCTURE),
        "invalid-role": Check(invalid_role.check),
        "layer-cycle": Check(layer_cycle.check),
        "layer-intrusion": Check(layer_intrusion.check),
        "layer-skip": Check(layer_skip.check),
        "lazy-query-leak": Check(lazy_query_leak.check, Reads.STRUCTURE),
        "leaky-collection": Check(leaky_collection.check, Reads.STRUCTURE),
        "misplaced-port": Check(misplaced_port.check, Reads.STRUCTURE),
        "mutable-value-object": Check(mutable_value_object.check, Reads.STRUCTURE),
        "orm-exception-leak": Check(orm_exception_leak.check, Reads.STRUCTURE),
        "orm-in-api": Check(orm_in_api.check, Reads.STRUCTURE),
        "orm-in-core": Check(orm_in_core.check, Reads.STRUCTURE),
        "orm-in-port": Check(orm_in_port.check, Reads.STRUCTURE),
        "orm-leak": Check(orm_leak.check, Reads.STRUCTURE),
        "outside-mutation": Check(outside_mutation.check, Reads.STRUCTURE),
        "outward-chain": Check(outward_chain.check),
        "outward-dynamic-import": Check(outward_dynamic_import.check),
        "outward-import": Check(outward_import.check),
        "outward-reexport": Check(outward_reexport.check),
        "outward-type-import": Check(outward_type_import.check),
        "oversized-controller": Check(oversized_controller.check, Reads.STRUCTURE),
        "pass-through-use-case": Check(pass_through_use_case.check, Reads.STRUCTURE),
        "port-async-mismatch": Check(port_async_mismatch.check, Reads.STRUCTURE),
        "port-signature-mismatch": Check(port_signature_mismatch.check, Reads.STRUCTURE),
        "promiscuous-controller": Check(promiscuous_controller.check, Reads.STRUCTURE),
        "refused-port": Check(refused_port.check, Reads.STRUCTURE),
        "repository-many-roots": Check(repository_many_roots.check, Reads.STRUCTURE),
        "repository-non-root": Check(repository_non_root.check, Reads.STRUCTURE),
        "sideways-import": Check(sideways_import.check),
        "single-impl-port": Check(single_impl_port.check, Reads.STRUCTURE),
        "stateful-domain-service": Check(stateful_domain_service.check, Reads.STRUCTURE),
        "test-coupling": Check(coupled_tests.check),
        "twin-dto": Check(twin_dto.check, Reads.STRUCTURE),
        "undrained-events": Check(undrained_events.check, Reads.STRUCTURE),
        "unfulfilled-port": Check(unfulfilled_port.check, Reads.STRUCTURE),
        "unknown-library": Check(unknown_library.check),
        "unlayered-module": Check(unlayered_module.check),
        "unreadable-source": Check(unreadable_source.check),
        "value-object-identity": Check(value_object_identity.check, Reads.STRUCTURE),
    }
)

REVIEWS: Mapping[str, Callable[[Verdicts, Rule], Iterator[Finding]]] = MappingProxyType(
    {
        "expired-allowance": expired_allowance.check,
        "invalid-allowance": invalid_allowance.check,
        "unused-allowance": unused_allowance.check,
    }
)
"""The rules about what is allowed: they look at the findings of all other rules."""
