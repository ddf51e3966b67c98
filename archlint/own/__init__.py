"""What rules of one's own ask of a project, and what they answer; these names are stable."""

from archlint.model.place import Place
from archlint.model.rule import Rule
from archlint.own.breaches import Breach
from archlint.own.facts import Call, Class, Function, Import, Layer, Module
from archlint.own.project import Project

__all__ = [
    "Breach",
    "Call",
    "Class",
    "Function",
    "Import",
    "Layer",
    "Module",
    "Place",
    "Project",
    "Rule",
]
