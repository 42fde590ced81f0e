using Formulas.Text;
using Protocol;

namespace Grader.Checking.Methods;

/// <summary>What was found for a part in a student's code.</summary>
internal abstract record MethodBinding
{
    private MethodBinding()
    {
    }

    /// <param name="Number">The method's position among those found, by which it is called.</param>
    /// <param name="Arguments">In the order of the method's parameters; those with default values may be left out at the end.</param>
    public sealed record Bound(int Number, MethodSignature Method, EquatableList<BoundParameter> Arguments) : MethodBinding;

    /// <summary>No method has the name.</summary>
    /// <param name="Similar">A method with a name like it; null where there is none.</param>
    public sealed record Absent(MethodSignature? Similar) : MethodBinding;

    /// <summary>There is such a method, but it cannot be called.</summary>
    /// <param name="Reason">A full sentence.</param>
    public sealed record Unfit(string Reason, EquatableList<MethodSignature> Found) : MethodBinding;

    /// <summary>
    /// Looks for the method of a contract. The name must be right but for case and underscores; where several methods have it,
    /// the one public static method that can be called counts.
    /// </summary>
    public static MethodBinding Of(MethodContract contract, IReadOnlyList<MethodSignature> methods)
    {
        var named = methods.Where(method => method.Name == contract.Name).ToList();
        if (named.Count == 0) named = [.. methods.Where(method => MethodContract.Normal(method.Name) == MethodContract.Normal(contract.Name))];
        if (named.Count == 0) return new Absent(Near(contract.Name, methods));

        var reachable = named.Where(method => method is { IsPublic: true, IsStatic: true, IsGeneric: false }).ToList();
        if (reachable.Count == 0) return new Unfit(Unreachable(named[0]), named.ToEquatableList());
        var bindings = reachable.Select(method => Bind(contract, method, NumberOf(method, methods))).ToList();
        var bound = bindings.OfType<Bound>().ToList();
        return bound switch
        {
            [var only] => only,
            [] => reachable.Count == 1
                ? bindings[0]
                : new Unfit($"None of the {reachable.Count} methods called {contract.Name} can be called.", reachable.ToEquatableList()),
            _ => new Unfit(
                $"{bound.Count} methods are called {contract.Name}, and it is not clear which of them is the answer. Keep one.",
                bound.Select(candidate => candidate.Method).ToEquatableList()),
        };
    }

    private static string Unreachable(MethodSignature method) => method switch
    {
        { IsPublic: false, IsStatic: false } => $"{method.Name} is neither public nor static. Put \"public static\" before it.",
        { IsPublic: false } => $"{method.Name} is not public. Put \"public\" before it, and before a class that stands within another one.",
        { IsStatic: false } => $"{method.Name} is not static. Put \"static\" before it, so that it needs no object.",
        _ => $"{method.Name} has type parameters. Write it for plain types.",
    };

    private static int NumberOf(MethodSignature method, IReadOnlyList<MethodSignature> methods) =>
        Enumerable.Range(0, methods.Count).First(number => ReferenceEquals(methods[number], method));

    private static MethodBinding Bind(MethodContract contract, MethodSignature method, int number)
    {
        var arguments = new List<BoundParameter>();
        foreach (var parameter in method.Parameters)
        {
            if (contract.Find(parameter.Name) is not { } offered)
            {
                // A parameter with a default value, such as int steps = 100, runs with it.
                if (parameter.IsOptional) continue;
                var known = string.Join(", ", contract.Parameters.Select(known => known.Name));
                return Refuse(method, $"The parameter {parameter.Name} of {method.Name} stands for nothing that this part has. It has {known}.");
            }

            if (!Accepted(offered.Kind).Contains(parameter.Type))
            {
                return Refuse(method, $"The parameter {parameter.Name} of {method.Name} has the type {parameter.Type}; it can be {string.Join(" or ", Accepted(offered.Kind))}.");
            }

            arguments.Add(new(parameter, offered));
        }

        if (arguments.GroupBy(argument => argument.Offered.Name).FirstOrDefault(group => group.Count() > 1) is { } doubled)
        {
            return Refuse(method, $"Two parameters of {method.Name} stand for {doubled.Key}.");
        }

        return arguments.Count < method.Parameters.Count && method.Parameters.Take(arguments.Count).Any(parameter => arguments.TrueForAll(argument => !ReferenceEquals(argument.Found, parameter)))
            ? Refuse(method, $"The parameters of {method.Name} that have default values must stand last.")
            : new Bound(number, method, arguments.ToEquatableList());
    }

    private static Unfit Refuse(MethodSignature method, string reason) => new(reason, [method]);

    /// <summary>As the host writes types.</summary>
    private static string[] Accepted(ArgumentKind kind) => kind switch
    {
        ArgumentKind.Number => ["double"],
        ArgumentKind.Whole => ["int", "double", "long"],
        ArgumentKind.Binary => ["int", "double", "bool"],
        ArgumentKind.Vector => ["double[]", "Vector<double>"],
        ArgumentKind.Matrix => ["double[,]", "double[][]", "Matrix<double>"],
        ArgumentKind.Function or ArgumentKind.Derivative => ["Func<double, double>"],
        ArgumentKind.Map => ["Func<double[], double[]>"],
        ArgumentKind.Jacobian => ["Func<double[], double[,]>"],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static MethodSignature? Near(string name, IReadOnlyList<MethodSignature> methods) =>
        Submissions.NearestName.Of(name, methods.Select(method => method.Name)) is { } near
            ? methods.First(method => method.Name == near)
            : null;

}

/// <summary>A parameter of a student's method and what it gets.</summary>
internal sealed record BoundParameter(ParameterSignature Found, OfferedParameter Offered);
