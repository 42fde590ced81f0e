using System.Reflection;
using System.Reflection.Metadata;

namespace Scanning;

/// <summary>A method as the file declares it.</summary>
/// <param name="Type">With its namespace.</param>
/// <param name="Parameters">Their names, in order.</param>
/// <param name="IsCallable">Whether it is public and static.</param>
public sealed record DeclaredMethod(string Type, string Name, IReadOnlyList<string> Parameters, bool IsCallable)
{
    public bool Equals(DeclaredMethod? other) =>
        other is not null && (Type, Name, IsCallable) == (other.Type, other.Name, other.IsCallable) && Parameters.SequenceEqual(other.Parameters);

    public override int GetHashCode() => HashCode.Combine(Type, Name, Parameters.Count);
}

/// <summary>The methods of a file, by its tables.</summary>
internal static class DeclaredMethods
{
    private const int Most = 2_000;

    /// <exception cref="BadImageFormatException">The tables are damaged.</exception>
    public static IEnumerable<DeclaredMethod> Of(MetadataReader metadata, ScanBudget budget)
    {
        var names = new Names(metadata, budget);
        return metadata.MethodDefinitions.Select(metadata.GetMethodDefinition)
            .Where(method => (method.Attributes & MethodAttributes.SpecialName) == 0 && !names.Text(method.Name).Contains('<', StringComparison.Ordinal))
            .Take(Most)
            .Select(method => new DeclaredMethod(
                TypeName(metadata, names, method.GetDeclaringType()), names.Text(method.Name), [.. Parameters(metadata, names, method)], IsCallable(method)));
    }

    private static string TypeName(MetadataReader metadata, Names names, TypeDefinitionHandle handle)
    {
        var scope = handle.IsNil ? string.Empty : names.Text(metadata.GetTypeDefinition(handle).Namespace);
        var name = names.Of(handle);
        return scope.Length == 0 ? name : $"{scope}.{name}";
    }

    private static IEnumerable<string> Parameters(MetadataReader metadata, Names names, MethodDefinition method) => method.GetParameters()
        .Select(metadata.GetParameter).Where(parameter => parameter.SequenceNumber > 0).Select(parameter => names.Text(parameter.Name));

    private static bool IsCallable(MethodDefinition method) =>
        (method.Attributes & MethodAttributes.MemberAccessMask) == MethodAttributes.Public && (method.Attributes & MethodAttributes.Static) != 0;
}
