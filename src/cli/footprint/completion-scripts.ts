/** Completion scripts of the shells. They call the command itself, so that products of plugins are completed, too. */
export const COMPLETION_SCRIPTS = {
  bash: `# footprint completion bash: add to ~/.bashrc: source <(footprint completion bash)
_footprint() {
  local IFS=$'\\n'
  COMPREPLY=($(footprint complete --shell bash -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
  if [[ \${COMPREPLY[0]} == *[=,] ]]; then compopt -o nospace 2>/dev/null; fi
}
complete -o default -F _footprint footprint
`,
  zsh: `#compdef footprint
# footprint completion zsh: add to ~/.zshrc, after compinit: source <(footprint completion zsh)
_footprint() {
  local -a found
  found=("\${(@f)$(footprint complete --shell zsh -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  if [[ -z "\${found[1]}" ]]; then
    _files
  else
    local -a last
    if [[ "\${found[1]%%:*}" == *[=,] ]]; then last=(-S ''); fi
    _describe -V 'footprint' found "\${last[@]}"
  fi
}
compdef _footprint footprint
`,
  fish: `# footprint completion fish: footprint completion fish > ~/.config/fish/completions/footprint.fish
function __footprint_complete
  set -l words (commandline -opc)
  set -l current (commandline -ct)
  set -l found (footprint complete --shell fish -- $words[2..-1] "$current" 2>/dev/null)
  if test (count $found) -gt 0
    printf '%s\\n' $found
  else
    __fish_complete_path "$current"
  end
end
complete -c footprint -f -a '(__footprint_complete)'
`,
} as const;

export type Shell = keyof typeof COMPLETION_SCRIPTS;
export const SHELLS = Object.keys(COMPLETION_SCRIPTS) as readonly Shell[];
