using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Scanning;

/// <summary>
/// Whether a body reaches memory by a number made into an address. Safe code has the same instructions for references and for
/// <c>stackalloc</c>, so this looks for both signs together: a module compiled with <c>unsafe</c>, and an address made of a number
/// and then read or written in one body.
/// </summary>
/// <param name="unsafeModule">Whether <see cref="WasCompiledUnsafe"/>.</param>
internal sealed class AddressUse(MetadataReader metadata, bool unsafeModule)
{
    private bool _allocatesOnStack;
    private bool _readsConstantData;
    private bool _makesAddress;
    private bool _reaches;

    public bool IsSuspicious => unsafeModule && _makesAddress && _reaches && !_allocatesOnStack;

    public void Meet(Instruction instruction)
    {
        var code = instruction.Code;
        _readsConstantData |= code == ILOpCode.Ldsflda && IsConstantData(MetadataTokens.EntityHandle(instruction.Token));
        _allocatesOnStack |= code == ILOpCode.Localloc;
        _makesAddress |= code is ILOpCode.Conv_u or ILOpCode.Conv_i;
        _reaches |= code is (>= ILOpCode.Ldind_i1 and <= ILOpCode.Ldind_ref) or (>= ILOpCode.Stind_ref and <= ILOpCode.Stind_r8)
            or ILOpCode.Stind_i or ILOpCode.Ldobj or ILOpCode.Stobj or ILOpCode.Cpblk or ILOpCode.Initblk;
    }

    /// <summary>
    /// Whether the member is what safe code is compiled to: a span over memory just taken from the stack (<c>stackalloc</c>),
    /// or over bytes that the compiler laid down in the file.
    /// </summary>
    public bool IsSafeSpan(ApiName? member) => member?.Full switch
    {
        "System.Span.#ctor" => _allocatesOnStack,
        "System.ReadOnlySpan.#ctor" => _allocatesOnStack || _readsConstantData,
        _ => false,
    };

    private bool IsConstantData(EntityHandle field) =>
        field.Kind == HandleKind.FieldDefinition
        && (metadata.GetFieldDefinition((FieldDefinitionHandle)field).Attributes & FieldAttributes.HasFieldRVA) != 0;

    /// <summary>Whether its compiler was told that it may hold unsafe code.</summary>
    public static bool WasCompiledUnsafe(MetadataReader metadata)
    {
        foreach (var handle in metadata.GetModuleDefinition().GetCustomAttributes())
        {
            if (metadata.GetCustomAttribute(handle).Constructor is { Kind: HandleKind.MemberReference } constructor
                && metadata.GetMemberReference((MemberReferenceHandle)constructor).Parent is { Kind: HandleKind.TypeReference } type
                && metadata.StringComparer.Equals(metadata.GetTypeReference((TypeReferenceHandle)type).Name, "UnverifiableCodeAttribute")) return true;
        }

        return false;
    }
}
