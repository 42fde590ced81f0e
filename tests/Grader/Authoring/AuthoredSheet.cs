using Grader.Authoring;
using Grader.Tests.Exercises;

namespace Grader.Tests.Authoring;

/// <summary>A small worksheet that lints clean, to spoil in one place.</summary>
internal static class AuthoredSheet
{
    public const string Json = """
        {
          "id": "sheet",
          "questions": [
            {
              "id": "1",
              "sizes": { "d": [2, 4] },
              "symbols": {
                "w": { "shape": ["d"] },
                "x": { "shape": ["d"], "low": -2, "high": 2 },
                "y": { "shape": [] }
              },
              "given": { "w": [1.5, -0.5], "x": [2, 3], "y": 4 },
              "parts": [
                {
                  "id": "1.gradient", "kind": "function", "points": 2, "method": "Gradient",
                  "inputs": ["w", "x", "y"], "shape": ["d"],
                  "tolerance": { "absolute": 5e-4, "significantFigures": 3 },
                  "canonical": "(w . x - y) x",
                  "constraints": [],
                  "readings": [
                    { "id": "halved", "formula": "(w . x - y) x / 2", "message": "Of the mean.", "credit": 0.5 }
                  ],
                  "misconceptions": [
                    { "code": "constant-factor", "formula": "2 (w . x - y) x", "message": "The half cancels the 2." },
                    { "code": "missing-factor", "formula": "(w . x - y) w", "message": "See what w is multiplied by." }
                  ],
                  "derivation": { "gradientOf": { "loss": "(w . x - y)^2 / 2", "by": "w" } }
                },
                {
                  "id": "1.claims", "kind": "claims", "points": 1, "experiment": "constant-initialization",
                  "options": [
                    { "id": "one", "text": "They stay alike.", "truth": true, "claim": "hidden-equal", "feedback": "Look." },
                    { "id": "two", "text": "They come apart.", "truth": false, "claim": "!hidden-equal", "feedback": "Look." }
                  ]
                },
                {
                  "id": "1.table", "kind": "table", "points": 1, "method": "Table", "inputs": ["y"],
                  "cells": [
                    { "name": "p", "canonical": "2 y", "derivation": { "formula": "y + y" } },
                    { "name": "q", "canonical": "2 y + 1", "derivation": { "formula": "y + y + 1" },
                      "fromCells": "p + 1", "dependsOn": [ { "symbol": "p", "part": "1.table", "cell": "p" } ] }
                  ]
                },
                {
                  "id": "1.large", "kind": "predicate", "points": 1, "method": "Large", "inputs": ["y"],
                  "canonical": "y > 1", "derivation": { "formula": "not (y <= 1)" },
                  "boundary": "y - 1"
                }
              ]
            }
          ]
        }
        """;

    public const string Statements = """
        # A sheet
        Introduction.
        ## Question 1: Least squares
        The loss is $\frac{1}{2} (w^\top x - y)^2$.
        ### 1.gradient: The gradient
        Find it.
        ### 1.claims: Claims
        Which hold?
        ### 1.table: A table
        Fill it in.
        ### 1.large: A condition
        When is $y$ large?
        """;

    public const string RightSample = """
        { "worksheet": "sheet", "student": "sample", "answers": { "1.gradient": "x (x . w - y)", "1.table": { "p": 8, "q": "2 y + 1" } } }
        """;

    /// <param name="samples">Further files, by their path in the sheet's folder.</param>
    public static IReadOnlyList<Finding> LintFiles(string json, string statements, params (string Path, string Text)[] samples)
    {
        using var folder = new WorksheetFolder("sheet", json, statements);
        foreach (var (path, text) in samples.Prepend(("right/plain.json", RightSample)))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder.Path, path))!);
            File.WriteAllText(Path.Combine(folder.Path, path), text);
        }

        return Grader.Authoring.Lint.Run(folder.Path);
    }
}
