namespace Protocol;

/// <summary>A method found in a student's assembly, described without running anything of it.</summary>
/// <param name="DeclaringType">Full name of the type.</param>
/// <param name="ReturnType">As C# writes it: <c>double[,]</c>, <c>Func&lt;double, double&gt;</c>.</param>
/// <param name="ReturnNames">The names of a tuple's items; empty for anything else.</param>
/// <param name="IsPublic">
/// Whether the method is public, and no type around it is private. A class without "public" counts, unless a public one has a method of the same name.
/// </param>
public sealed record MethodSignature(
    string DeclaringType,
    string Name,
    Sequence<ParameterSignature> Parameters,
    string ReturnType,
    Sequence<string> ReturnNames,
    bool IsPublic,
    bool IsStatic,
    bool IsGeneric)
{
    /// <summary>As a student would write it: <c>public static double Loss(double[] w, double b)</c>.</summary>
    public override string ToString() =>
        $"{(IsPublic ? "public" : "private")} {(IsStatic ? "static " : "")}{ReturnType} {Name}{(IsGeneric ? "<T>" : "")}"
        + $"({string.Join(", ", Parameters.Select(parameter => $"{parameter.Type} {parameter.Name}"))})";
}

/// <param name="Type">As C# writes it.</param>
public sealed record ParameterSignature(string Name, string Type, bool IsOptional);
