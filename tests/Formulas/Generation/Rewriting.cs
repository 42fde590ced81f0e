using System.Globalization;
using Formulas.Analysis;

namespace Formulas.Tests.Generation;

/// <summary>Random scalar formulas as text, rewritten by identities (which keep every value) or mutated (which mostly do not).</summary>
internal sealed class Rewriting(ulong seed, int index)
{
    private static readonly string[] Functions = ["exp", "sin", "cos", "tanh", "sigmoid", "softplus", "sqrt", "ln", "abs"];

    private readonly SeededRandom random = new(seed, index, "rewriting");

    /// <summary>A formula as it is generated: small enough to rewrite by pattern.</summary>
    internal abstract record Term
    {
        internal sealed record Leaf(string Text) : Term
        {
            public override string ToString() => Text;
        }

        internal sealed record Binary(char Operator, Term Left, Term Right) : Term
        {
            public override string ToString() => $"({Left} {Operator} {Right})";
        }

        internal sealed record Call(string Function, Term Argument) : Term
        {
            public override string ToString() => $"{Function}({Argument})";
        }
    }

    public Term Formula(int depth)
    {
        if (depth == 0) return Leaf();
        return random.Next(0, 9) switch
        {
            0 => new Term.Call(Functions[random.Next(0, Functions.Length - 1)], Formula(depth - 1)),
            1 or 2 => new Term.Binary('/', Formula(depth - 1), Formula(depth - 1)),
            3 => new Term.Binary('^', Formula(depth - 1), new Term.Leaf(random.Next(2, 4).ToString(CultureInfo.InvariantCulture))),
            4 or 5 => new Term.Binary('-', Formula(depth - 1), Formula(depth - 1)),
            6 or 7 => new Term.Binary('+', Formula(depth - 1), Formula(depth - 1)),
            _ => new Term.Binary('*', Formula(depth - 1), Formula(depth - 1)),
        };
    }

    /// <summary>The formula with the same values, written otherwise.</summary>
    public Term Rewrite(Term term)
    {
        var inner = term switch
        {
            Term.Binary binary => binary with { Left = Rewrite(binary.Left), Right = binary.Operator == '^' ? binary.Right : Rewrite(binary.Right) },
            Term.Call call => call with { Argument = Rewrite(call.Argument) },
            _ => term,
        };
        return random.OneIn(2) ? inner : Identity(inner);
    }

    /// <summary>The formula with one place changed.</summary>
    public Term Mutate(Term term)
    {
        if (term is Term.Binary binary && !random.OneIn(3))
        {
            return random.OneIn(2) && binary.Operator != '^'
                ? binary with { Right = Mutate(binary.Right) }
                : binary with { Left = Mutate(binary.Left) };
        }

        if (term is Term.Call call && !random.OneIn(3)) return call with { Argument = Mutate(call.Argument) };
        return random.Next(0, 5) switch
        {
            0 => new Term.Binary('-', new Term.Leaf("0"), term),
            1 => new Term.Binary('*', new Term.Leaf("2"), term),
            2 => new Term.Binary('+', term, new Term.Leaf("1")),
            3 => new Term.Binary('*', term, new Term.Leaf("1.0000001")),
            4 when term is Term.Binary { Operator: not '^' } change => change with { Operator = "+-*/"[random.Next(0, 3)] },
            _ => Leaf(),
        };
    }

    private Term.Leaf Leaf() => new(random.Next(0, 6) switch
    {
        0 or 1 => "x",
        2 or 3 => "y",
        4 => "z",
        5 => random.Next(1, 5).ToString(CultureInfo.InvariantCulture),
        _ => (random.Next(1, 19) * 0.1).ToString("0.0", CultureInfo.InvariantCulture),
    });

    private Term Identity(Term term)
    {
        var (one, two) = (new Term.Leaf("1"), new Term.Leaf("2"));
        switch (term)
        {
            case Term.Binary('+' or '*', _, _) commuting when random.OneIn(2):
                return commuting with { Left = commuting.Right, Right = commuting.Left };
            case Term.Binary('*', var factor, Term.Binary('+' or '-', _, _) sum):
                return sum with { Left = new Term.Binary('*', factor, sum.Left), Right = new Term.Binary('*', factor, sum.Right) };
            case Term.Binary('-', var left, var right):
                return new Term.Binary('-', new Term.Leaf("0"), new Term.Binary('-', right, left));
            case Term.Binary('/', var above, var below):
                return new Term.Binary('*', above, new Term.Binary('/', one, below));
            case Term.Binary('^', var power, Term.Leaf("2")):
                return new Term.Binary('*', power, power);
            case Term.Binary('^', var power, Term.Leaf("4")):
                return new Term.Binary('^', new Term.Binary('^', power, two), two);
            case Term.Call("exp", Term.Binary('+', var left, var right)):
                return new Term.Binary('*', new Term.Call("exp", left), new Term.Call("exp", right));
            case Term.Call("tanh", var argument):
                return new Term.Binary('-', new Term.Binary('*', two, new Term.Call("sigmoid", new Term.Binary('*', two, argument))), one);
            case Term.Call("sigmoid", var argument):
                return new Term.Binary('/', one, new Term.Binary('+', one, new Term.Call("exp", new Term.Binary('-', new Term.Leaf("0"), argument))));
            case Term.Call("softplus", var argument):
                return new Term.Binary('+', argument, new Term.Call("softplus", new Term.Binary('-', new Term.Leaf("0"), argument)));
            case Term.Call("abs", var argument):
                return new Term.Call("sqrt", new Term.Binary('^', argument, two));
            case Term.Call("sin", var argument):
                return new Term.Call("cos", new Term.Binary('-', argument, new Term.Binary('/', new Term.Leaf("pi"), two)));
            case Term.Call("cos", var argument):
                return new Term.Binary('-', one, new Term.Binary('*', two, new Term.Binary('^', new Term.Call("sin", new Term.Binary('/', argument, two)), two)));
            default:
                var added = Leaf();
                return random.Next(0, 2) switch
                {
                    0 => new Term.Binary('-', new Term.Binary('+', term, added), added),
                    1 => new Term.Binary('/', new Term.Binary('*', term, two), two),
                    _ => new Term.Call("ln", new Term.Call("exp", term)),
                };
        }
    }
}
