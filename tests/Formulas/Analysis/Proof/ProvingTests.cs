using Formulas.Analysis;
using Formulas.Analysis.Proof;
using Formulas.Expressions;
using Formulas.Numbers;
using Formulas.Parsing;
using Formulas.Tests.Generation;
using Formulas.Text;

namespace Formulas.Tests.Analysis.Proof;

/// <summary>A form has the value of its formula wherever that has one: each law that is used holds for numbers too.</summary>
public sealed class ProvingTests
{
    private const int Points = 4;

    private static readonly Scope Scope = new(
        [Number("s", new Domain.Interval(0, null, LowOpen: true)), Number("x", Domain.Reals), Number("y", Domain.Reals), Number("m", Domain.Reals)], [], []);

    private static readonly string[] Leaves = ["x", "y", "s", "s", "m", "1", "2", "3", "0.5", "pi", "e", "1/3"];

    private static readonly string[] Functions =
        ["exp", "ln", "log2", "log10", "sqrt", "abs", "relu", "softplus", "sigmoid", "sigmoid'", "tanh", "tanh'", "sinh", "cosh", "sech", "csch", "coth", "sin", "cos", "tan", "sec", "csc", "cot", "step", "sign", "atan"];

    [TestCase(1ul, 6_000)]
    [TestCase(2ul, 1_000_000, Explicit = true, Reason = "takes minutes")]
    public void Of_GeneratedFormulas_HasTheirValues(ulong seed, int count)
    {
        var (compared, formed, wrong) = (0, 0, new List<string>());
        for (var index = 0; index < count; index++)
        {
            var text = Formula(new(seed, index, "formula"), 1 + (index % 4));
            if (FormulaReader.Read(text, Scope) is not Reading<Expression>.Success(var formula, _)) continue;
            var proving = new Proving(Scope);
            var form = proving.Of(formula);
            if (!form.IsKnown) continue;
            formed++;
            for (var point = 0; point < Points; point++)
            {
                var inputs = Draw(new(seed, (index * Points) + point, "point"));
                if (Value(formula, inputs) is not { } value || new FormValues(name => Input(name, inputs)).Of(form) is not { } own) continue;
                compared++;
                if (Ball<UsualDigits>.AreApart(own, value)) wrong.Add($"{text} at {Shown(inputs)}: {value.Value:R}, of the form {own.Value:R}");
            }
        }

        Assert.Multiple(() =>
        {
            Assert.That(wrong.OrderBy(line => line.Length).Take(20), Is.Empty);
            Assert.That(formed, Is.GreaterThan(count / 2));
            Assert.That(compared, Is.GreaterThan(count));
        });
    }

    [Test]
    public void Of_GeneratedFormulas_HaveNoValueWhereAConditionFails()
    {
        var (compared, wrong) = (0, new List<string>());
        for (var index = 0; index < 6_000; index++)
        {
            var text = Formula(new(5, index, "formula"), 1 + (index % 4));
            if (FormulaReader.Read(text, Scope) is not Reading<Expression>.Success(var formula, _)) continue;
            var proving = new Proving(Scope);
            if (!proving.Of(formula).IsKnown) continue;
            for (var point = 0; point < Points; point++)
            {
                var inputs = Draw(new(5, (index * Points) + point, "point"));
                if (proving.Implied.Any(condition => Fails(condition, inputs)) && Value(formula, inputs) is { } value)
                    wrong.Add($"{text} has the value {value.Value:R} at {Shown(inputs)}.");
                if (proving.Needed.All(condition => condition.Requirement != Requirement.Defined && Holds(condition, inputs)))
                {
                    compared++;
                    if (Evaluation.EvaluateWithMoreDigits(formula, inputs) is BoundedOutcome.Undefined(var reason)) wrong.Add($"{text} has no value at {Shown(inputs)}: {reason}.");
                }
            }
        }

        Assert.Multiple(() =>
        {
            Assert.That(wrong.OrderBy(line => line.Length).Take(20), Is.Empty);
            Assert.That(compared, Is.GreaterThan(1_500));
        });
    }

    private static bool Fails(Condition condition, Assignment inputs) => new FormValues(name => Input(name, inputs)).Of(condition.Of) is { } value && condition.Requirement switch
    {
        Requirement.NotZero => value.IsZero,
        Requirement.NotNegative => value.ExcludesZero && value.Value < 0,
        Requirement.Positive => value.IsZero || (value.ExcludesZero && value.Value < 0),
        _ => false,
    };

    private static bool Holds(Condition condition, Assignment inputs) => new FormValues(name => Input(name, inputs)).Of(condition.Of) is { } value && condition.Requirement switch
    {
        Requirement.NotZero => value.ExcludesZero,
        Requirement.NotNegative => value.IsZero || (value.ExcludesZero && value.Value > 0),
        Requirement.Positive => value.ExcludesZero && value.Value > 0,
        _ => false,
    };

    /// <summary>Null too where little is known of the value: a condition on what is 0 by its digits only, as log10(1) is, lies between 0 and 1.</summary>
    private static Ball<UsualDigits>? Value(Expression formula, Assignment inputs)
    {
        var evaluator = new Evaluator<Ball<UsualDigits>>(new(inputs), new(EvaluationBudget.Precise));
        var value = evaluator.Evaluate(formula);
        return evaluator.Fault is null && value.Scalar.IsKnown && value.Scalar.Uncertainty < 1e-9 * (1 + Math.Abs(value.Scalar.Value)) ? value.Scalar : null;
    }

    private static Ball<UsualDigits>? Input(string name, Assignment inputs) =>
        inputs.Values.TryGetValue(name, out var value) ? Ball<UsualDigits>.Exact(((Value.Scalar)value).Number) : null;

    private static string Formula(SeededRandom random, int depth)
    {
        if (depth == 0) return Leaves[random.Next(0, Leaves.Length - 1)];
        string One() => Formula(random, depth - 1);
        return random.Next(0, 16) switch
        {
            0 or 1 or 2 => $"{Functions[random.Next(0, Functions.Length - 1)]}({One()})",
            3 => $"max({One()},{One()})",
            4 => $"min({One()},{One()})",
            5 => $"cases({One()}{Comparison(random)}{One()}: {One()}, else: {One()})",
            6 => $"1[{One()}{Comparison(random)}{One()}]*({One()})",
            7 => $"({One()})^({Exponent(random)})",
            8 => $"({One()})^({One()})",
            9 or 10 => $"({One()})/({One()})",
            11 or 12 => $"({One()})-({One()})",
            13 or 14 => $"({One()})+({One()})",
            _ => $"({One()})*({One()})",
        };
    }

    private static string Comparison(SeededRandom random) => random.Next(0, 5) switch { 0 => "<", 1 => "<=", 2 => ">", 3 => ">=", 4 => "=", _ => "!=" };

    private static string Exponent(SeededRandom random) => random.Next(0, 6) switch { 0 => "-1", 1 => "-2", 2 => "1/2", 3 => "-1/2", 4 => "3/2", 5 => "3", _ => "2" };

    /// <summary>Small whole numbers and halves among others, so that ties and zeros occur.</summary>
    private static Assignment Draw(SeededRandom random)
    {
        var values = new Dictionary<string, Value>(StringComparer.Ordinal);
        foreach (var name in new[] { "x", "y", "m" }) values[name] = new Value.Scalar(random.OneIn(2) ? random.Next(-4, 4) * 0.5 : (6 * random.NextUnit()) - 3);
        values["s"] = new Value.Scalar(random.OneIn(2) ? random.Next(1, 6) * 0.5 : 0.1 + (3 * random.NextUnit()));
        return new(values, new Dictionary<string, int>());
    }

    private static string Shown(Assignment inputs) => string.Join(", ", inputs.Values.Select(pair => $"{pair.Key} = {((Value.Scalar)pair.Value).Number:R}"));

    private static Symbol Number(string name, Domain domain) => new(name, SymbolKind.Variable, Shape.Scalar, domain, [], []);
}
