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
    public static IReadOnlyList<DeclaredMethod> Of(MetadataReader metadata, ScanBudget budget)
    {
        var names = new Names(metadata, budget);
        var found = new List<DeclaredMethod>();
        foreach (var handle in metadata.MethodDefinitions)
        {
            if (found.Count == Most) break;
            var method = metadata.GetMethodDefinition(handle);
            var name = names.Text(method.Name);
            if ((method.Attributes & MethodAttributes.SpecialName) != 0 || Names.IsCompilersOwn(name)) continue;
            found.Add(new(TypeName(metadata, names, method.GetDeclaringType()), name, Parameters(metadata, names, method), IsCallable(method)));
        }

        return found;
    }

    private static string TypeName(MetadataReader metadata, Names names, TypeDefinitionHandle handle)
    {
        var scope = handle.IsNil ? string.Empty : names.Text(metadata.GetTypeDefinition(handle).Namespace);
        var name = names.Of(handle);
        return scope.Length == 0 ? name : $"{scope}.{name}";
    }

    private static List<string> Parameters(MetadataReader metadata, Names names, MethodDefinition method)
    {
        var found = new List<string>();
        foreach (var handle in method.GetParameters())
        {
            var parameter = metadata.GetParameter(handle);
            if (parameter.SequenceNumber > 0) found.Add(names.Text(parameter.Name));
        }

        return found;
    }

    private static bool IsCallable(MethodDefinition method) =>
        (method.Attributes & MethodAttributes.MemberAccessMask) == MethodAttributes.Public && (method.Attributes & MethodAttributes.Static) != 0;
}
