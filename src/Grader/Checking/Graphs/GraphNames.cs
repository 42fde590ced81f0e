using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Text;
using Grader.Exercises;

namespace Grader.Checking.Graphs;

/// <summary>Names in graphs as sheets and students spell them: δ^(1), delta_1 and δ₁ for delta1, φ for phi, * for mul.</summary>
internal static class GraphNames
{
    /// <summary>What libraries and sheets call the same operations; capital letters are no other name either.</summary>
    private static readonly Dictionary<string, string> OtherNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["plus"] = "add", ["minus"] = "sub", ["subtract"] = "sub", ["times"] = "mul", ["multiply"] = "mul", ["divide"] = "div", ["power"] = "pow",
        ["negative"] = "neg", ["log"] = "ln", ["logistic"] = "sigmoid", ["sigma"] = "sigmoid", ["σ"] = "sigmoid", ["maximum"] = "max", ["minimum"] = "min", ["const"] = "constant",
        ["+"] = "add", ["*"] = "mul", ["·"] = "mul", ["×"] = "mul", ["/"] = "div", ["^"] = "pow", ["@"] = "matmul",
    };

    /// <summary>Names that could mean one operation or another: they are proposed, not taken.</summary>
    private static readonly Dictionary<string, string> Meant = new(StringComparer.OrdinalIgnoreCase)
    {
        ["product"] = "mul", ["prod"] = "mul", ["matvec"] = "matmul", ["mv"] = "matmul", ["mm"] = "matmul", ["inner"] = "dot", ["total"] = "sum", ["root"] = "sqrt",
    };

    /// <summary>The graph with its operations and inputs as they are called here, where they were written in another usual way.</summary>
    public static ComputationGraph InTheirNames(ComputationGraph graph, Scope scope, IReadOnlyCollection<string> required)
    {
        var nodes = graph.Nodes.Select(node => node.Name).ToHashSet(StringComparer.Ordinal);
        return graph with
        {
            Nodes = graph.Nodes.Select(node => node with
            {
                Operation = Operation(node, scope, required),
                Inputs = node.Inputs.Select(input => nodes.Contains(input) ? input : Input(input, scope) ?? input).ToEquatableList(),
            }).ToEquatableList(),
        };
    }

    /// <summary>The marks under the names that the exercise gives them. One that is there in its own name is not taken in another.</summary>
    public static ComputationGraph WithTheirMarks(ComputationGraph graph, IReadOnlyList<string> asked)
    {
        var taken = graph.Marks.Select(mark => mark.Mark).ToHashSet(StringComparer.Ordinal);
        return graph with
        {
            Marks = graph.Marks.Select(mark => asked.Where(name => Plain(name).Equals(Plain(mark.Mark), StringComparison.OrdinalIgnoreCase)).ToList() is [var only] && taken.Add(only)
                ? mark with { Mark = only }
                : mark).ToEquatableList(),
        };
    }

    /// <summary>The operation that an unknown one may be meant for; null where nothing is near.</summary>
    public static string? Suggestion(string operation, IEnumerable<string> known)
    {
        if (Meant.TryGetValue(operation, out var meant)) return meant;
        // A function that the formula language has, such as sin, is no slip of the pen for another; nor is one letter for another.
        var isFunction = FormulaReader.Read($"{operation}(1)", Scope.Empty) is Reading<Expression>.Success;
        return operation.Length < 2 || isFunction ? null : Submissions.NearestName.Of(operation, known);
    }

    private static string Operation(GraphNode node, Scope scope, IReadOnlyCollection<string> required)
    {
        var written = node.Operation;
        if (GraphOperations.IsKnown(written, scope, required) || scope.Find(written) is not null) return written;
        var functions = scope.Symbols.Where(symbol => symbol.Kind is SymbolKind.ScalarFunction or SymbolKind.VectorMap).Select(symbol => symbol.Name);
        return functions.Concat(required).FirstOrDefault(name => Plain(name) == Plain(written))
            ?? (written is "s" ? "sigmoid" : null)
            ?? (written is "-" or "−" ? node.Inputs.Count == 1 ? "neg" : "sub" : null)
            ?? OtherNames.GetValueOrDefault(written)
            ?? GraphOperations.InAnyCase(written)
            ?? (node.Inputs.Count == 0 ? Input(written, scope) : null)
            ?? written;
    }

    /// <summary>The input that has this spelling, where the name says nothing else, as w_i for W where there is no i.</summary>
    private static string? Input(string written, Scope scope) =>
        scope.Find(written) is null && FormulaReader.Read(written, scope) is Reading<Expression>.Failure
            ? scope.Symbols.FirstOrDefault(symbol => symbol.Spellings.Contains(written))?.Name
            : null;

    /// <summary>Without what only sets a name: indices and powers as signs of their own, brackets, backslashes, Greek letters.</summary>
    private static string Plain(string name) =>
        string.Concat(name.SelectMany(LetterNames.Plain).Where(character => !char.IsWhiteSpace(character) && !"\\_^(){}".Contains(character, StringComparison.Ordinal)));
}
